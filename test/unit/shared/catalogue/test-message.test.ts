import { expect, test } from 'vitest'
import { arubaPec } from '#shared/catalogue/providers/aruba-pec.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { takesTestMessage } from '#shared/catalogue/test-message.ts'

test('certified mail is not sent for a test, and every other is', () => {
  expect(takesTestMessage(arubaPec.hints)).toBe(false)
  expect(takesTestMessage(gmail.hints)).toBe(true)
})
