import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { runHere } from '../support/cli-here.ts'
import { runConsumer } from '../support/exports/consumer.ts'
import { findProgram } from '../support/real/programs.ts'

const SERVERS = ['--imap', 'imap.example.org:993:tls', '--smtp', 'smtp.example.org:465:tls']
const PASSPHRASE = 'schlüssel-4711'
const DAY_MS = 86_400_000

let folder = ''
const at = (name: string) => join(folder, name)
const encrypted = (key: string) =>
  createPrivateKey(key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: PASSPHRASE,
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-signed-'))
  const now = Date.now()
  const ec = await authority.issue({ dnsNames: [], commonName: 'Beispiel GmbH' })
  const rsa = await authority.issue({ dnsNames: ['example.org'], key: 'rsa-2048' })
  const old = await authority.issue({ dnsNames: [], notAfter: new Date(now - DAY_MS / 2) })
  const coming = await authority.issue({ dnsNames: [], notBefore: new Date(now + DAY_MS) })
  const files: Readonly<Record<string, string | Buffer>> = {
    'root.pem': authority.certificate,
    'ec.pem': ec.certificate,
    'ec.key': ec.key,
    // As servers keep it: the chain before or after, and the key in the form of old programs.
    'chain.pem': authority.certificate + ec.certificate + authority.certificate,
    'sec1.key': `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${createPrivateKey(ec.key).export({ type: 'sec1', format: 'pem' }).toString()}`,
    'encrypted.key': encrypted(ec.key),
    'old-encrypted.key': createPrivateKey(rsa.key).export({
      type: 'pkcs1',
      format: 'pem',
      cipher: 'aes-128-cbc',
      passphrase: PASSPHRASE,
    }),
    'rsa.pem': rsa.certificate,
    'rsa.key': rsa.key,
    'old.pem': old.certificate,
    'old.key': old.key,
    'coming.pem': coming.certificate,
    'coming.key': coming.key,
    'ed25519.key': generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'damaged.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'damaged.key': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    long: Buffer.alloc(1_048_577),
    'endless.key': '-----BEGIN PRIVATE KEY-----\n',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(at(name), content)
})
afterAll(() => rm(folder, { recursive: true }))

const sign = (args: readonly string[], passphrase?: string) =>
  runHere(['export', 'anna@example.org', ...SERVERS, ...args], {
    env: passphrase === undefined ? {} : { MAILWRIGHT_SIGN_PASSPHRASE: passphrase },
  })

const keyed = (certificate: string, key: string) => [
  '--sign-certificate',
  at(certificate),
  '--sign-key',
  at(key),
]

describe.skipIf(findProgram('openssl') === null)('openssl verifies the signed profile', () => {
  const openssl = (words: string) => runConsumer(['openssl', ...words.split(' ')], { env: {} })
  const verify = (file: string, content: string) =>
    openssl(
      `cms -verify -inform DER -in ${file} -out ${content} -binary -CAfile ${at('root.pem')} -purpose any`,
    )

  test.each([
    ['an ECDSA key', 'ec.pem', 'ec.key', undefined],
    ['an RSA key', 'rsa.pem', 'rsa.key', undefined],
    ['a chain in any order', 'chain.pem', 'ec.key', undefined],
    ['a key behind its parameters', 'ec.pem', 'sec1.key', undefined],
    ['an encrypted key', 'ec.pem', 'encrypted.key', PASSPHRASE],
    ['a key encrypted as of old', 'rsa.pem', 'old-encrypted.key', PASSPHRASE],
  ])('made with %s, and a changed octet is noticed', async (_, certificate, key, passphrase) => {
    const [file, content] = [at(`${certificate}.${key}.mobileconfig`), at('content')]
    const args = [...keyed(certificate, key), '--format', 'mobileconfig', '--out', file]
    const made = await sign(args, passphrase)
    expect(made, made.progress).toMatchObject({ status: 0, results: '' })
    const verified = await verify(file, content)
    expect(verified.status, verified.output).toBe(0)
    const plain = await sign(['--format', 'mobileconfig'])
    const [signed, profile] = [await readFile(file), await readFile(content)]
    expect(withoutIds(profile.toString())).toBe(withoutIds(plain.results))
    expect(signed.includes(profile)).toBe(true)

    const place = signed.indexOf('imap.example.org')
    expect(place).toBeGreaterThan(0)
    signed[place] = 'o'.charCodeAt(0)
    await writeFile(at('changed'), signed)
    const refused = await verify(at('changed'), content)
    expect(refused.output).toContain('content verify error')
    expect(refused.status).not.toBe(0)
  })

  test('it is the CMS that was asked for, in DER to the last octet', async () => {
    const file = at('form.mobileconfig')
    await sign([...keyed('chain.pem', 'ec.key'), '--format', 'mobileconfig', '--out', file])
    const { results } = await openssl(`cms -cmsout -print -noout -inform DER -in ${file}`)
    for (const part of [
      'contentType',
      'messageDigest',
      'signingTime',
      'algorithm: sha256',
      'ecdsa-with-SHA256',
    ])
      expect(results).toContain(part)
    expect(results.match(/certificate:/g)).toHaveLength(2)
    await openssl(`cms -cmsout -inform DER -in ${file} -outform DER -out ${at('again')}`)
    expect(await readFile(at('again'))).toEqual(await readFile(file))
  })
})

/** The two identifiers of a profile are new each time. */
function withoutIds(profile: string): string {
  return profile.replaceAll(/[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/g, 'ID')
}

test('--json says that it is signed, and holds no content', async () => {
  const args = [...keyed('ec.pem', 'ec.key'), '--format', 'mobileconfig', '--json']
  const { results } = await sign([...args, '--out', at('json.mobileconfig')])
  expect(JSON.parse(results)).toMatchObject({ signed: true, content: null, error: null })
  const plain = await sign(['--format', 'mobileconfig', '--json'])
  expect(JSON.parse(plain.results)).toMatchObject({ signed: false })
})

const MOBILE = ['--format', 'mobileconfig', '--out', 'FOLDER/x']
const CERTIFICATE = ['--sign-certificate', 'FOLDER/ec.pem']
const KEY = ['--sign-key', 'FOLDER/ec.key']

/** Each names a file x that must not come to be. */
const REFUSALS: readonly (readonly [string, readonly string[], string])[] = [
  ['with a certificate alone', [...MOBILE, ...CERTIFICATE], '--sign-key is missing'],
  ['with a key alone', [...MOBILE, ...KEY], '--sign-certificate is missing'],
  [
    'in another format',
    ['--format', 'msmtp', '--out', 'FOLDER/x', ...CERTIFICATE, ...KEY],
    '--sign-certificate goes with --format mobileconfig alone',
  ],
  [
    'into a profile of Thunderbird',
    ['--format', 'thunderbird-profile', ...CERTIFICATE, ...KEY],
    '--sign-certificate, --sign-key does not go with thunderbird-profile',
  ],
  ['to the terminal', ['--format', 'mobileconfig', ...CERTIFICATE, ...KEY], 'Name a file with --out'],
  ['to standard output', [...MOBILE, '--out', '-', ...CERTIFICATE, ...KEY], 'Name a file with --out'],
  [
    'with a key of another certificate',
    [...MOBILE, ...CERTIFICATE, '--sign-key', 'FOLDER/rsa.key'],
    'the certificate belongs to another key',
  ],
  [
    'with a certificate of the past',
    [...MOBILE, '--sign-certificate', 'FOLDER/old.pem', '--sign-key', 'FOLDER/old.key'],
    'FOLDER/old.pem: the certificate expired on ',
  ],
  [
    'with a certificate of the future',
    [...MOBILE, '--sign-certificate', 'FOLDER/coming.pem', '--sign-key', 'FOLDER/coming.key'],
    'the certificate is valid only from ',
  ],
  [
    'with an encrypted key and no passphrase',
    [...MOBILE, ...CERTIFICATE, '--sign-key', 'FOLDER/encrypted.key'],
    'put its passphrase into the environment variable MAILWRIGHT_SIGN_PASSPHRASE',
  ],
  [
    'with a key that does not sign with SHA-256',
    [...MOBILE, ...CERTIFICATE, '--sign-key', 'FOLDER/ed25519.key'],
    'RSA and ECDSA',
  ],
  ...['ec.pem', 'damaged.key', 'endless.key'].map(
    (name) =>
      [
        `with ${name} as key`,
        [...MOBILE, ...CERTIFICATE, '--sign-key', `FOLDER/${name}`],
        `--sign-key: cannot use FOLDER/${name}: there is no usable private key (PEM) in it`,
      ] as const,
  ),
  [
    'with a key as certificate',
    [...MOBILE, '--sign-certificate', 'FOLDER/ec.key', ...KEY],
    '--sign-certificate: cannot use FOLDER/ec.key: there is no certificate in it',
  ],
  [
    'with a damaged certificate',
    [...MOBILE, '--sign-certificate', 'FOLDER/damaged.pem', ...KEY],
    'it holds a damaged certificate',
  ],
  ...(
    [
      ['FOLDER/none', 'there is no such file [FILE_MISSING]'],
      ['FOLDER', 'it is a folder, not a file [FILE_UNSAFE]'],
      ['/dev/zero', 'it is a pipe, a socket or a device, not a file [FILE_UNSAFE]'],
      ['FOLDER/long', 'it is longer than 1 MiB [FILE_TOO_BIG]'],
    ] as const
  ).flatMap(
    ([file, reason]) =>
      [
        [
          `with ${file} as key`,
          [...MOBILE, ...CERTIFICATE, '--sign-key', file],
          `--sign-key: cannot use ${file}: ${reason}`,
        ],
        [
          `with ${file} as certificate`,
          [...MOBILE, '--sign-certificate', file, ...KEY],
          `--sign-certificate: cannot use ${file}: ${reason}`,
        ],
      ] as const,
  ),
]

describe('nothing is written', () => {
  test.each(REFUSALS)('%s', async (_, args, words) => {
    const ended = await sign(args.map((word) => word.replace('FOLDER', folder)))
    expect(ended.progress).toContain(words.replace('FOLDER', folder))
    expect(ended).toMatchObject({ status: 2, results: '' })
    expect(await readdir(folder)).not.toContain('x')
  })

  test('with a wrong passphrase, which is not repeated', async () => {
    const args = [...keyed('ec.pem', 'encrypted.key'), '--format', 'mobileconfig', '--out', at('x')]
    const { status, progress } = await sign(args, 'falsch-0815')
    expect(progress).toContain('MAILWRIGHT_SIGN_PASSPHRASE does not open it')
    expect(progress).not.toContain('falsch-0815')
    expect(status).toBe(2)
    expect(await readdir(folder)).not.toContain('x')
  })
})
