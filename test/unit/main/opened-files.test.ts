import { expect, test } from 'vitest'
import { fileToOpen, OpenedReports } from '#main/opened-files.ts'

test.each([
  [
    'a report',
    ['/home/anna/r.mailwright-report'],
    { kind: 'report', path: '/home/anna/r.mailwright-report' },
  ],
  ['a policy', ['/etc/x.mailwright-policy'], { kind: 'policy', path: '/etc/x.mailwright-policy' }],
  [
    'a name in the folder of the start',
    ['r.mailwright-report'],
    { kind: 'report', path: '/home/anna/r.mailwright-report' },
  ],
  [
    'the first of several',
    ['a.mailwright-report', 'b.mailwright-report'],
    { kind: 'report', path: '/home/anna/a.mailwright-report' },
  ],
  [
    'a file behind switches',
    ['--practice', '--x=y', 'r.mailwright-report'],
    { kind: 'report', path: '/home/anna/r.mailwright-report' },
  ],
])('%s is opened', (_, args, expected) => {
  expect(fileToOpen(args, '/home/anna')).toEqual(expected)
})

test.each([
  ['a switch that ends like a report', '--load-extension=/tmp/x.mailwright-report'],
  ['a file of another kind', '/etc/passwd'],
  ['a page of ours', 'app://mailwright/x.mailwright-report'],
  ['a page in the web', 'https://evil.example/x.mailwright-report'],
  ['a file by its address', 'file:///tmp/x.mailwright-report'],
  ['a folder of another computer', '\\\\evil.example\\share\\x.mailwright-report'],
  ['a folder of another computer, by slashes', '//evil.example/share/x.mailwright-report'],
  ['the ending alone', 'mailwright-report'],
  ['nothing', ''],
])('%s is not', (_, arg) => {
  expect(fileToOpen([arg], '/home/anna')).toBeNull()
})

test('a page gets the latest report that was opened before it listened, and each one after', async () => {
  const reports = new OpenedReports()
  reports.add({ name: 'first', text: '1' })
  reports.add({ name: 'second', text: '2' })
  const end = new AbortController()
  const followed = reports.follow(end.signal)
  expect(await followed.next()).toMatchObject({ value: { name: 'second' } })
  const third = followed.next()
  reports.add({ name: 'third', text: '3' })
  expect(await third).toMatchObject({ value: { name: 'third' } })
  const none = followed.next()
  end.abort()
  expect(await none).toEqual({ done: true, value: undefined })
})
