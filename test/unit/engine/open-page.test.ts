import { describe, expect, test } from 'vitest'
import { BLOCK_LIST_PAGES } from '#shared/replies/block-list.ts'
import { openLetter, openPage } from '#engine/open-page.ts'

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

describe('a message in the mail program', () => {
  test.each([
    ['names no recipient', 'eve@evil.example?to=eve@evil.example', ''],
    ['names no other header', 'x&bcc=eve@evil.example', 'y&attach=/etc/passwd'],
    ['holds no second line in its subject', 'x\r\nBcc: eve@evil.example', 'y'],
  ])('%s, whatever its words are', async (_, subject, body) => {
    const opened: string[] = []
    const openUrl = (url: string) => {
      opened.push(url)
      return Promise.resolve(true)
    }
    expect(await openLetter({ subject, body }, 'en', openUrl)).toEqual({ opened: true })
    const [link = '', ...more] = opened
    expect(more).toEqual([])
    const { protocol, pathname, searchParams } = new URL(link)
    expect([protocol, pathname, [...searchParams.keys()]]).toEqual(['mailto:', '', ['subject', 'body']])
    expect(link).not.toMatch(/[\r\n]|%0D%0ABcc/i)
  })
})
