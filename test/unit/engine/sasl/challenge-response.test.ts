import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cramMd5 } from '#engine/sasl/cram-md5.ts'
import { fromBase64, toBase64 } from '#engine/sasl/mechanism.ts'
import { bindingFor, usableMechanisms, type MechanismOffer } from '#engine/sasl/mechanisms.ts'
import { saslPrepare } from '#engine/sasl/sasl-prepare.ts'
import { scramSha256, scramSha256Plus, ScramExchange, type ScramOptions } from '#engine/sasl/scram.ts'
import { apopTimestamp } from '#engine/protocols/pop3/commands/apop.ts'
import { Secret } from '#engine/secret.ts'

const password = (text: string) => ({ kind: 'password', secret: new Secret(text) }) as const
const revealed = (message: Secret | string | null) =>
  message instanceof Secret ? fromBase64(message.reveal()) : message

interface ScramVector {
  readonly hash: ScramOptions['hash']
  readonly nonce: string
  readonly first: string
  readonly challenge: string
  readonly final: string
  readonly proof: string
}

const RFC_5802: ScramVector = {
  hash: { name: 'sha1', octets: 20 },
  nonce: 'fyko+d2lbbFgONRv9qkxdawL',
  first: 'n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL',
  challenge: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
  final: 'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
  proof: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
}
const RFC_7677: ScramVector = {
  hash: { name: 'sha256', octets: 32 },
  nonce: 'rOprNGfwEbeRWgbNEkqO',
  first: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
  challenge: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  final:
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  proof: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
}

function begin({ hash, nonce }: ScramVector) {
  return new ScramExchange({
    hash,
    nonce,
    userName: 'user',
    password: 'pencil',
    header: 'n,,',
    bound: Buffer.alloc(0),
  })
}

test.each([
  ['SCRAM-SHA-1 (RFC 5802 section 5)', RFC_5802],
  ['SCRAM-SHA-256 (RFC 7677 section 3)', RFC_7677],
])('%s says what its specification says', async (_, vector) => {
  const exchange = begin(vector)
  expect(fromBase64(exchange.initial)).toBe(vector.first)
  expect(revealed(await exchange.respond(toBase64(vector.challenge)))).toBe(vector.final)
  expect(await exchange.respond(toBase64(vector.proof))).toBe('')
  expect(exchange.objection('accepted')).toBeNull()
})

test.each([
  ['a wrong proof', 'v=smF9pqV8S7suAoZWja4dJRkFsKQ='],
  ['a short proof', 'v=AAAA'],
  ['no proof', 'e=other-error'],
])('a server that accepts with %s is not believed', async (_, proof) => {
  const exchange = begin(RFC_5802)
  await exchange.respond(toBase64(RFC_5802.challenge))
  await exchange.respond(toBase64(proof))
  expect(exchange.objection('accepted')).toEqual({ kind: 'server-unproved' })
  expect(exchange.objection('refused'), 'a refusal speaks for itself').toBeNull()
})

test('a server that accepts before it was asked anything is not believed', () => {
  expect(begin(RFC_5802).objection('accepted')).toEqual({ kind: 'server-unproved' })
})

test.each([
  ['another nonce', 'r=stolen3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096'],
  ['nothing added to our nonce', 'r=fyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096'],
  ['too little work to guess', 'r=fyko+d2lbbFgONRv9qkxdawL3rf,s=QSXCR+Q6sek8bf92,i=1'],
  ['work for hours', 'r=fyko+d2lbbFgONRv9qkxdawL3rf,s=QSXCR+Q6sek8bf92,i=999999999'],
  ['a mandatory extension', 'm=x,r=fyko+d2lbbFgONRv9qkxdawL3rf,s=QSXCR+Q6sek8bf92,i=4096'],
  ['nonsense', '\u0000\u0001'],
])('a challenge with %s is broken off before anything about the password is said', async (_, challenge) => {
  const exchange = begin(RFC_5802)
  expect(await exchange.respond(toBase64(challenge))).toBeNull()
  expect(exchange.objection('refused')).toEqual({ kind: 'server-unproved' })
})

test('a user name with the signs of the grammar is escaped', () => {
  const exchange = new ScramExchange({
    hash: RFC_5802.hash,
    userName: 'a=b,c',
    password: '',
    header: 'y,,',
    bound: Buffer.alloc(0),
    nonce: 'n',
  })
  expect(fromBase64(exchange.initial)).toBe('y,,n=a=3Db=2Cc,r=n')
})

test('CRAM-MD5 gives the answer of RFC 2195, once', async () => {
  const exchange = cramMd5.start('tim', password('tanstaaftanstaaf'), null)
  const challenge = toBase64('<1896.697170952@postoffice.reston.mci.net>')
  expect(revealed(await exchange.respond(challenge))).toBe('tim b913a602c7eda7a495b4e6e7334d3890')
  expect(await exchange.respond(challenge)).toBeNull()
})

test('APOP finds its timestamp in the greeting (RFC 1939)', () => {
  const stamp = apopTimestamp('POP3 server ready <1896.697170952@dbc.mtview.ca.us>')
  expect(stamp).toBe('<1896.697170952@dbc.mtview.ca.us>')
  expect(createHash('md5').update(`${stamp}tanstaaf`).digest('hex')).toBe('c4c9334bac560ecc979e58001b3e22fb')
  expect(apopTimestamp('ready <no at> <a b@c>')).toBeNull()
})

const BINDING = { type: 'tls-exporter', data: Buffer.from('bound') } as const
const ANNOUNCED = ['CRAM-MD5', 'SCRAM-SHA-1', 'login', 'NTLM', 'SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'PLAIN']
const namesOf = (offer: Partial<MechanismOffer>) =>
  usableMechanisms({
    offered: ANNOUNCED,
    kind: 'password',
    binding: BINDING,
    order: 'plain-first',
    ...offer,
  }).map(({ name }) => name)
const SCRAM = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1']

test.each<readonly [string, Partial<MechanismOffer>, readonly string[]]>([
  ['as mail programs do', {}, ['PLAIN', 'LOGIN', ...SCRAM, 'CRAM-MD5']],
  ['as the policy wants it', { order: 'scram-first' }, [...SCRAM, 'PLAIN', 'LOGIN', 'CRAM-MD5']],
  ['without a binding', { binding: null }, ['PLAIN', 'LOGIN', ...SCRAM.slice(1), 'CRAM-MD5']],
  ['for a token', { kind: 'token' }, []],
  [
    'for a token that is taken',
    { kind: 'token', offered: ['OAUTHBEARER', 'XOAUTH2'] },
    ['XOAUTH2', 'OAUTHBEARER'],
  ],
  ['for a password where tokens are taken', { offered: ['XOAUTH2', 'OAUTHBEARER'] }, []],
])('mechanisms are used in this order: %s', (_, offer, expected) => {
  expect(namesOf(offer)).toEqual(expected)
})

test.each([
  [scramSha256Plus, ['SCRAM-SHA-256-PLUS'], /^p=tls-exporter,,n=anna,r=/, 'both sides have one'],
  [scramSha256, ['SCRAM-SHA-256'], /^y,,/, 'one was possible, none was announced'],
  [scramSha256, ['SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS'], /^n,,/, 'one was announced, and is not used'],
  [scramSha256, ['SCRAM-SHA-256', 'SCRAM-SHA-1-PLUS'], /^n,,/, 'one was announced with another hash'],
])('$name says of the binding what is so: %s', (mechanism, offered, expected, why) => {
  const binding = bindingFor(mechanism, { offered, binding: BINDING })
  const exchange = mechanism.start('anna', password('x'), binding)
  expect(fromBase64(String(exchange.initial)), why).toMatch(expected)
})

test.each([
  ['I\u00adX', 'IX'],
  ['user', 'user'],
  ['\u00aa', 'a'],
  ['\u2168', 'IX'],
  ['a\u00a0b', 'a b'],
])('%j is prepared as RFC 4013 shows', (text, expected) => {
  expect(saslPrepare(text)).toBe(expected)
})
