package main

import "fmt"

// # no heading
func main() {
    fmt.Println("*b*", 5*6*7)
}
