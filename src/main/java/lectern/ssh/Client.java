package lectern.ssh;

import java.util.Map;

/**
 * Somebody who came in.
 *
 * @param id of the visit, from 1: what log lines call it
 * @param address where they come from
 * @param fingerprint of the key they showed, {@code SHA256:…}; null without one
 * @param env what they sent of {@code TERM LANG LC_* COLORTERM NO_COLOR COLUMNS LINES}
 */
public record Client(long id, String address, String fingerprint, Map<String, String> env) {}
