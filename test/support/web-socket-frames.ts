/** What a frame says of itself; a client masks what it sends, and ends a message with its last frame. */
export interface FrameForm {
  readonly last?: boolean
  /** The bit that says "compressed" where that was agreed upon, and nothing where it was not. */
  readonly compressed?: boolean
  readonly masked?: boolean
  /** Said instead of the true length. */
  readonly claims?: bigint
}

export const OPCODES = { more: 0, text: 1, binary: 2, reserved: 3, close: 8, ping: 9 } as const

/** One frame as it goes over the wire (RFC 6455 section 5.2), well-formed or not. */
export function frame(
  opcode: keyof typeof OPCODES,
  payload: string | Uint8Array,
  form: FrameForm = {},
): Buffer {
  const { last = true, compressed = false, masked = true, claims } = form
  const body = Buffer.from(payload)
  const first = (last ? 0x80 : 0) | (compressed ? 0x40 : 0) | OPCODES[opcode]
  const mask = masked ? 0x80 : 0
  const head = Buffer.concat([Buffer.from([first]), lengthOf(claims ?? BigInt(body.length), mask)])
  // A mask of zeros changes nothing, and is as good as any other here.
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), body])
}

function lengthOf(length: bigint, mask: number): Buffer {
  if (length < 126n) return Buffer.from([mask | Number(length)])
  const [mark, size] = length < 65_536n ? [126, 2] : [127, 8]
  const octets = Buffer.alloc(1 + size)
  octets.writeUInt8(mask | mark)
  if (size === 2) octets.writeUInt16BE(Number(length), 1)
  else octets.writeBigUInt64BE(length, 1)
  return octets
}

/** The request that makes a connection one of the browser host. */
export function upgradeRequest(port: number, more = ''): string {
  const host = `127.0.0.1:${port}`
  return `GET /engine HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`
}
