import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { causeWords } from '#shared/i18n/explanation-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const { t } = createTranslator('en')

async function told(text: string) {
  const { causes } = await explain({ text, octets: null })
  return { ...causes[0], words: causeWords(causes[0], t) }
}

describe('a mailbox that is called "yours" is the reader\'s own', () => {
  test.each([
    'Your mailbox is almost full.',
    'Your mailbox is over its quota',
    'Ihr Postfach ist fast voll',
    '* NO [OVERQUOTA] Mailbox is full',
  ])('%s', async (text) => {
    const { code, mailbox, actions } = await told(text)
    expect([code, mailbox, actions[0]?.kind]).toEqual(['SEND_MAILBOX_FULL', 'own', 'free-space'])
  })

  test.each(["552 The recipient's mailbox is full", '552 5.2.2 Over quota'])('%s is not', async (text) => {
    const { code, mailbox, actions } = await told(text)
    expect([code, mailbox, actions[0]?.kind]).toEqual(['SEND_MAILBOX_FULL', undefined, 'tell-recipient'])
  })

  test('almost full is not called full', async () => {
    const { words } = await told('Your mailbox is almost full.')
    expect(`${words.title} ${words.explanation}`).not.toMatch(/no more messages/)
  })
})

describe('a limit on connections asks for fewer connections', () => {
  test.each([
    '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded',
    '450 4.7.1 Too many concurrent connections from this IP',
  ])('%s', async (text) => {
    const { code, words } = await told(text)
    expect(code).toBe('SEND_RATE')
    expect(words.explanation).toMatch(/fewer .*connections/i)
  })

  test('one on messages does not', async () => {
    const { code, words } = await told('450 4.7.1 Too many messages from this client')
    expect(code).toBe('SEND_RATE')
    expect(words.explanation).not.toMatch(/connections/)
  })
})
