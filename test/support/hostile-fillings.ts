/** What a hostile server may put where words or a name are expected; `LURE` is in every one of them. */
export const LURE = 'LURE'

/** Octets, because some of it is no text at all. */
export const FILLINGS: readonly (readonly [string, Buffer])[] = [
  ['colours and a cleared screen (CSI)', `\u001b[2J\u001b[31m${LURE}\u001b[0m`],
  ['a hyperlink (OSC 8)', `\u001b]8;;https://evil.example\u001b\\${LURE}\u001b]8;;\u001b\\`],
  ['the clipboard (OSC 52)', `\u001b]52;c;ZXZpbA==\u0007${LURE}`],
  ['a bell and a backspace', `${LURE}\u0007\b\b\b`],
  ['escapes of one octet (C1)', `\u009b31m${LURE}\u009d0;title\u009c`],
  ['turned writing (bidirectional controls)', `\u202e${LURE}\u2066\u200f`],
  ['letters without width', `LU\u200bRE${LURE}\ufeff\u2060\u00ad\u034f\ufe0f\u{e0041}`],
  ['line ends of Unicode', `${LURE}\u2028\u2713 smtp works\u2029\u0085`],
  ['a false verdict on a line of its own', `${LURE}\r\n\u2713 OK everything works\r\n`],
  ['ten thousand letters', `${LURE}${'x'.repeat(10_000)}`],
  ['markup', `<img src=x onerror=alert(1)>${LURE}<script>`],
  ['private and half characters', `${LURE}\ue000\ufffd`],
]
  .map(([name, text]): readonly [string, Buffer] => [name ?? '', Buffer.from(text ?? '', 'utf8')])
  .concat([
    ['octets that are no UTF-8', Buffer.concat([Buffer.from(LURE), Buffer.from([0xff, 0xc3, 0x28, 0x9b])])],
    ['a C1 escape as a bare octet', Buffer.from(`\u009b31m${LURE}`, 'latin1')],
  ])

/** Nothing of this may leave the engine; a line end only where a text of our own has lines. */
const HARM = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]/u

/** What a server said is never longer than 200 characters. */
const TOO_LONG = /x{200}/i

/** What is wrong with the strings of a value, however deep they lie; keys count too. */
export function harmIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') {
    return [
      ...(HARM.test(value) ? [`${path}: ${JSON.stringify(value).slice(0, 120)}`] : []),
      ...(TOO_LONG.test(value) ? [`${path}: ${value.length} letters`] : []),
    ]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [
    ...harmIn(key, `${path} key`),
    ...harmIn(one, `${path}.${key}`),
  ])
}

/** The same for a text of our own with lines; a line that pretends to be ours begins with what only ours begin with. */
export function harmInLines(text: string): readonly string[] {
  const lines = text.split('\n')
  return [
    ...lines.flatMap((line, index) => (HARM.test(line) ? [`line ${index}: ${JSON.stringify(line)}`] : [])),
    ...lines.filter((line) => line.startsWith('\u2713 OK everything') || TOO_LONG.test(line)),
  ]
}
