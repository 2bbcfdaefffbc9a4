package lectern.ssh;

import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * What is sent to a client that is rejected before keys are exchanged: identification and {@code
 * SSH_MSG_DISCONNECT} in an unencrypted packet (RFC 4253 §4.2, §6, §11.1).
 */
final class RejectionPacket {
  /** Of this server (RFC 4253 §4.2). */
  static final String IDENTIFICATION = "SSH-2.0-lectern";

  private static final int BLOCK_BYTES = 8;
  private static final int MIN_PADDING_BYTES = 4;

  private RejectionPacket() {}

  static Buffer of(RejectReason reason) {
    byte[] message = reason.message.getBytes(StandardCharsets.UTF_8);
    int payload = 1 + 4 + 4 + message.length + 4;
    int padding = BLOCK_BYTES - (4 + 1 + payload) % BLOCK_BYTES;
    if (padding < MIN_PADDING_BYTES) padding += BLOCK_BYTES;
    Buffer out = new ByteArrayBuffer(256, false);
    out.putRawBytes((IDENTIFICATION + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.putUInt(1 + payload + padding);
    out.putByte((byte) padding);
    out.putByte(SshConstants.SSH_MSG_DISCONNECT);
    out.putUInt(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS);
    out.putBytes(message);
    out.putUInt(0); // no language tag
    out.putRawBytes(new byte[padding]);
    return out;
  }
}
