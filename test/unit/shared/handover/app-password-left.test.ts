import { expect, test } from 'vitest'
import type { SignIn } from '#shared/catalogue/provider.ts'
import type { HttpsUrl } from '#shared/catalogue/provider.ts'
import { appPasswordLeft } from '#shared/handover/app-password-left.ts'
import { setupOf } from '../../../support/exports/exported.ts'

const servers = { imap: 'imap.example.test:993:tls' }
const PASSWORD = setupOf({ servers })
const TOKENS = setupOf({ servers, oauth: { issuer: '', clientId: '' } })
const provider = (...signIn: readonly SignIn['kind'][]) => ({
  signIn,
  appPasswordPage: 'https://example.test/app-passwords' as HttpsUrl,
})

test.each([
  ['app passwords alone', provider('app-password', 'oauth'), PASSWORD, 'not-kept', 'left'],
  ['the usual password too', provider('password', 'app-password'), PASSWORD, 'not-kept', 'maybe'],
  ['one that Mailwright keeps', provider('app-password'), PASSWORD, 'kept', 'none'],
  ['a token', provider('app-password', 'oauth'), TOKENS, 'not-kept', 'none'],
  ['no app passwords', provider('password'), PASSWORD, 'not-kept', 'none'],
  ['no page', { ...provider('app-password'), appPasswordPage: null }, PASSWORD, 'not-kept', 'none'],
  ['no provider that is known', null, PASSWORD, 'not-kept', 'none'],
] as const)('with %s', (_, known, setup, kept, left) => {
  expect(appPasswordLeft(known, setup, kept)).toBe(left)
})
