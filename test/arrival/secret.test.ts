import { describe, expect, test } from 'vitest'
import { redactorFor } from '#engine/check/secrets-redactor.ts'
import { Secret } from '#engine/secret.ts'
import { askArrival, type ArrivalPlan } from '../support/arrival/ask.ts'
import { canaryOf } from '../support/canary.ts'

/** A server that was told the password may be run by the one who writes the DNS of the domain. */
const SECRET = 'zQ7-kanari-vogel-93'

const redact = redactorFor(
  {
    address: 'anna@example.org',
    services: [],
    credential: { kind: 'password', secret: new Secret(SECRET) },
  },
  { proxy: null },
)

const STS = { 'TXT _mta-sts.example.org': ['v=STSv1; id=1'], 'A mta-sts.example.org': ['127.0.0.1'] }

const PLACES: readonly (readonly [string, (told: string) => ArrivalPlan])[] = [
  ['a sender record', (told) => ({ zone: { 'TXT example.org': [`v=spf1 exp=${told} ?all`] } })],
  ['two of them', (told) => ({ zone: { 'TXT example.org': [`v=spf1 a:${told} -all`, 'v=spf1 -all'] } })],
  [
    'a key that is revoked',
    (told) => ({ zone: { 'TXT fm1._domainkey.example.org': [`v=DKIM1; k=${told}; p=`] } }),
  ],
  [
    'a policy for failures',
    (told) => ({ zone: { 'TXT _dmarc.example.org': [`v=DMARC1; p=none; rua=mailto:a@${told}.test`] } }),
  ],
  ['a mail host', (told) => ({ zone: { 'MX example.org': [`10 ${told}.test`] } })],
  [
    'the announcement of a policy',
    (told) => ({ zone: { 'TXT _mta-sts.example.org': [`v=STSv1; id=${told}`] } }),
  ],
  [
    'a policy file',
    (told) => ({
      zone: STS,
      pages: {
        'mta-sts.example.org/.well-known/mta-sts.txt': `version: STSv1\nmode: enforce\nmax_age: 86400\nmx: ${told}.test\n`,
      },
    }),
  ],
  [
    'the headers of a message',
    (told) => ({
      message: `Authentication-Results: in1.example.net; spf=${told} smtp.mailfrom=${told}.test; dkim=pass header.d=${told}.test\r\nDKIM-Signature: d=${told}.test; s=${told}\r\nFrom: a@example.org\r\n\r\n`,
    }),
  ],
]

describe.each(PLACES)('%s that has the password in it', (_, plan) => {
  test.each([SECRET, SECRET.toUpperCase(), Buffer.from(SECRET).toString('hex')])(
    'as %s says it in no report',
    async (told) => {
      const report = await askArrival({ ...plan(told), redact })
      expect(canaryOf(SECRET).formsIn(JSON.stringify(report))).toEqual([])
    },
  )
})

test('a password that is one of our own words leaves no hole in what is judged', async () => {
  const word = redactorFor(
    {
      address: 'a@example.org',
      services: [],
      credential: { kind: 'password', secret: new Secret('softfail') },
    },
    { proxy: null },
  )
  expect(await askArrival({ redact: word })).toEqual(await askArrival({}))
})
