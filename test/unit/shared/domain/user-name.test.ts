import { expect, test } from 'vitest'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { userNameFor } from '#shared/domain/user-name.ts'

const anna: EmailAddress = {
  localPart: 'Anna.Berg',
  domain: { ascii: 'xn--mnchen-3ya.example', unicode: 'münchen.example' },
  ascii: 'Anna.Berg@xn--mnchen-3ya.example',
  unicode: 'Anna.Berg@münchen.example',
  lookUp: 'automatic',
}

test.each([
  ['address', 'Anna.Berg@xn--mnchen-3ya.example'],
  ['local-part', 'Anna.Berg'],
  ['own', ''],
] as const)('the user name in the form "%s" is %j', (form, userName) => {
  expect(userNameFor(form, anna)).toBe(userName)
})
