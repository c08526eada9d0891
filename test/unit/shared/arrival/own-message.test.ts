import { expect, test } from 'vitest'
import { isOwnMessage } from '#shared/arrival/aligned.ts'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

test.each([
  ['of the domain', 'From: Anna <anna@example.org>\r\nSubject: Hi\r\n\r\nHi', true],
  ['of a subdomain of it', 'From: anna@mail.example.org\r\n\r\nHi', true],
  ['of another domain', 'From: anna@example.net\r\n\r\nHi', false],
  [
    'with two senders, of which every program shows another',
    'From: a@example.org\r\nFrom: b@example.org\r\n\r\n',
    false,
  ],
  ['that is no message at all', '{"a": 1}', false],
])('a file that was opened %s: %s', (_, source, isOwn) => {
  expect(isOwnMessage(readMessageFacts(source), 'example.org')).toBe(isOwn)
})
