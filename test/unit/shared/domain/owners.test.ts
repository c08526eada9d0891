import { expect, test } from 'vitest'
import { areOfTwoOwners } from '#shared/domain/owners.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

const at = (protocol: ServerEndpoint['protocol'], host: string): ServerEndpoint => ({
  protocol,
  host,
  port: 993,
  security: 'tls',
})

test.each<readonly [string, readonly ServerEndpoint[], readonly string[], boolean]>([
  ['one company', [at('imap', 'imap.example.org'), at('smtp', 'smtp.example.org')], [], false],
  ['two companies', [at('imap', 'imap.example.org'), at('smtp', 'mail.smtp2go.com')], [], true],
  [
    'two names of one company that were found together',
    [at('imap', 'outlook.office365.com'), at('smtp', 'smtp-mail.outlook.com')],
    ['outlook.office365.com', 'smtp-mail.outlook.com'],
    false,
  ],
  ['sending alone', [at('smtp', 'mail.smtp2go.com')], [], false],
  ['receiving alone', [at('imap', 'imap.example.org'), at('pop3', 'pop.example.net')], [], false],
])('whose servers they are: %s', (_, servers, found, isTwo) => {
  expect(
    areOfTwoOwners(
      servers,
      found.map((host) => ({ endpoint: at('imap', host) })),
    ),
  ).toBe(isTwo)
})
