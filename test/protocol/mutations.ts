import * as fc from 'fast-check'
import type { Protocol } from '#shared/domain/protocol.ts'

/** Whole sessions of honest servers, one piece for each line they read. */
export const SESSIONS: Readonly<Record<Protocol, readonly (readonly string[])[]>> = {
  smtp: [
    [
      '220 mail.example.test ESMTP\r\n',
      '250-mail\r\n250-SIZE 1000\r\n250 AUTH PLAIN\r\n',
      '235 2.7.0 ok\r\n',
    ],
    [
      '220-mail\r\n220 hello\r\n',
      '250 AUTH SCRAM-SHA-256 LOGIN\r\n',
      '334 cj1hYmNkZWYscz1RU1hDUitRNnNlazhiZjkyLGk9NDA5Ng==\r\n',
      '535 5.7.8 no\r\n',
    ],
    ['220 x\r\n', '502 no\r\n', '250 mail\r\n'],
  ],
  imap: [
    [
      '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ID QUOTA] ready\r\n',
      'A1 OK [CAPABILITY IMAP4rev1 ID QUOTA] in\r\n',
      '* ID NIL\r\nA2 OK\r\n',
      '* LIST (\\Marked) "/" INBOX\r\nA3 OK\r\n',
      '* STATUS INBOX (MESSAGES 3 UNSEEN 1)\r\nA4 OK\r\n',
      '* FLAGS ()\r\n* 3 EXISTS\r\nA5 OK\r\n',
      '* QUOTA "" (STORAGE 1 2)\r\nA6 OK\r\n',
    ],
    [
      '* OK ready\r\n',
      '* CAPABILITY IMAP4rev1 AUTH=LOGIN\r\nA1 OK\r\n',
      '+ VXNlcg==\r\n',
      '+ UGFzcw==\r\n',
      'A2 NO [AUTHENTICATIONFAILED] no\r\n',
    ],
    ['* OK {3}\r\nabc more\r\n', '* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nA1 OK\r\n'],
  ],
  pop3: [
    [
      '+OK <1.2@mail.example.test> ready\r\n',
      '+OK\r\nUSER\r\nSASL PLAIN\r\nPIPELINING\r\n.\r\n',
      '+OK in\r\n',
      '+OK 2 320\r\n',
    ],
    ['+OK ready\r\n', '-ERR what\r\n', '+OK name\r\n', '-ERR [AUTH] no\r\n'],
    ['+OK <1.2@mail.example.test>\r\n', '+OK\r\nSASL\r\n.\r\n', '-ERR [SYS/TEMP] later\r\n'],
  ],
}

/** What breaks parsers: sizes, nesting, half tokens, octets that are no text. */
const TOKENS = [
  '{4294967295}',
  '{-1}',
  '{3}\r\n',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '[',
  ']',
  '((((((((',
  '"',
  '\\',
  '* ',
  'A1 OK',
  '+',
  '. ',
  '..',
  '250-',
  '-ERR [',
  '\u00ff\u00fe',
  '\u001b]8;;x\u0007',
  '9'.repeat(40),
  ' '.repeat(300),
]

export type Mutation = (pieces: Buffer[]) => void

const at = (fraction: number, length: number) => Math.min(length - 1, Math.floor(fraction * length))

function splice(pieces: Buffer[], where: number, inside: number, remove: number, insert: Buffer): void {
  const index = at(where, pieces.length)
  const piece = pieces[index] ?? Buffer.alloc(0)
  const offset = Math.floor(inside * (piece.length + 1))
  pieces[index] = Buffer.concat([piece.subarray(0, offset), insert, piece.subarray(offset + remove)])
}

const place = fc.double({ min: 0, max: 1, noNaN: true })
const inserted = fc.oneof(
  fc.constantFrom(...TOKENS).map((token) => Buffer.from(token, 'latin1')),
  fc.uint8Array({ maxLength: 40 }).map((octets) => Buffer.from(octets)),
  fc.constantFrom(2_000, 70_000).map((count) => Buffer.alloc(count, 0x61)),
)
/** Octets put in, taken out or exchanged; a piece lost, said twice or moved. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, place, fc.nat(12), inserted).map(
    ([where, inside, remove, octets]): Mutation =>
      (pieces) =>
        splice(pieces, where, inside, remove, octets),
  ),
  place.map(
    (where): Mutation =>
      (pieces) =>
        void pieces.splice(at(where, pieces.length), 1),
  ),
  fc.tuple(place, place).map(([from, to]): Mutation => (pieces) => {
    const piece = pieces[at(from, pieces.length)]
    if (piece !== undefined) pieces.splice(at(to, pieces.length), 0, piece)
  }),
)
