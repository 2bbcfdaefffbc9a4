package lectern.roomsfixture.a;

import org.commonmark.node.Node;

public class Owner {
  Node node;
}
