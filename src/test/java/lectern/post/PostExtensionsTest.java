package lectern.post;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PostExtensionsTest {
  @Test
  void caseIsIgnored() {
    for (String name : new String[] {"a.md", "A.MD", "b/c.Markdown", "d.mdx", ".md"})
      assertTrue(PostExtensions.isPost(name), name);
    for (String name : new String[] {"md", "a.mdx.txt", "amd", "", "a.html"})
      assertFalse(PostExtensions.isPost(name), name);
    assertTrue(PostExtensions.isMdx("a.MDX"));
    assertFalse(PostExtensions.isMdx("a.md"));
  }
}
