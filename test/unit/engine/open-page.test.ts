import { describe, expect, test } from 'vitest'
import { BLOCK_LIST_PAGES } from '#shared/replies/block-list.ts'
import { openPage } from '#engine/open-page.ts'

async function opening(url: string) {
  const opened: string[] = []
  const answer = await openPage(
    url,
    (page) => {
      opened.push(page)
      return Promise.resolve(true)
    },
    null,
  )
  return { answer, opened }
}

describe('a page that is asked for', () => {
  test.each(['https://myaccount.google.com/apppasswords', ...BLOCK_LIST_PAGES])(
    'is opened: %s',
    async (url) => {
      expect(await opening(url)).toEqual({ answer: { opened: true }, opened: [url] })
    },
  )

  test.each([
    'https://example.org/',
    'https://check.spamhaus.org/?next=https://example.org/',
    'http://check.spamhaus.org/',
    'file:///etc/passwd',
    '',
  ])('is not opened where Mailwright has not named it: %j', async (url) => {
    expect(await opening(url)).toEqual({ answer: { opened: false }, opened: [] })
  })
})
