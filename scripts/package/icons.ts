/** In pixels; up to 32 the drawing with fewer and thicker lines. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
export type IconSize = (typeof ICON_SIZES)[number]
export const SMALL_DRAWING_UP_TO = 32

/** A picture of every size, as PNG. */
export type IconPictures = Readonly<Record<IconSize, Buffer>>

const IN_ICO = [16, 24, 32, 48, 64, 128, 256] as const
const ICO_HEADER = 6
const ICO_ENTRY = 16

/** What Windows takes: a table of PNG pictures (since Vista), 256 written as 0. */
export function icoOf(pictures: IconPictures): Buffer {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * IN_ICO.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(IN_ICO.length, 4)
  let offset = header.length
  for (const [index, size] of IN_ICO.entries()) {
    const at = ICO_HEADER + ICO_ENTRY * index
    const { length } = pictures[size]
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([header, ...IN_ICO.map((size) => pictures[size])])
}

/** The names of Apple's icon format for PNG pictures: those of screens with twice the pixels have names of their own. */
const IN_ICNS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** What macOS takes: named PNG pictures, each with its length. */
export function icnsOf(pictures: IconPictures): Buffer {
  const entries = IN_ICNS.map(([name, size]) => chunk(name, pictures[size]))
  return chunk('icns', Buffer.concat(entries))
}

function chunk(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(name, 'latin1')
  header.writeUInt32BE(header.length + content.length, 4)
  return Buffer.concat([header, content])
}
