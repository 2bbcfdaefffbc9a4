package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.post.Catalog;
import lectern.post.Query;
import org.junit.jupiter.api.Test;

/** The shelf's shortcuts answer as the query itself does. */
class FilteredPostsTest {
  @Test
  void theShelfShowsWhatTheQueryAnswers() {
    for (long seed = 0; seed < 20; seed++) {
      Catalog catalog = Simulation.catalog(60, seed);
      for (Query.Sort sort : Query.Sort.values()) {
        for (String words : new String[] {"", "cafe", "RETRY queue", "tag-3", "nothing at all"}) {
          for (int turn = 0; turn < 4; turn++) {
            Query query =
                Query.ALL
                    .withSort(sort)
                    .withText(words)
                    .withReverse(turn % 2 == 1)
                    .withDrafts(turn > 1)
                    .withLimit(turn * 7);
            Query tagged = query.withTagArgument("tag-1,tag-2").withTagArgument("!tag-5");
            assertEquals(query.select(catalog), FilteredPosts.of(catalog, query).shown());
            assertEquals(
                tagged.select(catalog),
                FilteredPosts.of(catalog, Query.ALL).withQuery(query).withQuery(tagged).shown());
          }
        }
      }
    }
  }
}
