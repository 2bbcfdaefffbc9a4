package lectern;

/** Wires the house: the only place that creates files, clocks, terminals and servers. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("lectern");
  }
}
