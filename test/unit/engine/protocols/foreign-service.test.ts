import { expect, test } from 'vitest'
import { recogniseService } from '#engine/protocols/foreign-service.ts'

test.each([
  ['220 mail.example.org ESMTP Postfix', 'smtp'],
  ['220-mail.example.org ESMTP', 'smtp'],
  ['220', 'smtp'],
  ['554 5.7.1 go away', 'smtp'],
  ['421 busy', 'smtp'],
  ['* OK IMAP4rev1 ready', 'imap'],
  ['* ok ready', 'imap'],
  ['* PREAUTH welcome', 'imap'],
  ['* BYE busy', 'imap'],
  ['+OK POP3 ready', 'pop3'],
  ['+OK', 'pop3'],
  ['-ERR go away', 'pop3'],
  ['SSH-2.0-OpenSSH_9.2', 'ssh'],
  ['HTTP/1.1 400 Bad Request', 'http'],
  ['<!DOCTYPE html>', 'http'],
  ['<html><body>', 'http'],
  ['<?xml version="1.0"?>', 'http'],
  ['220 Microsoft FTP Service', 'ftp'],
  ['220-FTP server ready', 'ftp'],
  ['', 'unknown'],
  ['hello', 'unknown'],
  ['* OKAY', 'unknown'],
  ['+OKAY', 'unknown'],
  ['2200 mail', 'unknown'],
  ['22 mail', 'unknown'],
  [' 220 mail.example.org', 'unknown'],
  ['ssh-2.0', 'unknown'],
  ['RFB 003.008', 'unknown'],
  ['\u0016\u0003\u0001', 'unknown'],
] as const)('%j is the greeting of: %s', (line, service) => {
  expect(recogniseService(line)).toBe(service)
})

test('a line without end is judged by its beginning, at once', () => {
  const start = performance.now()
  expect(recogniseService(`220 ${'F'.repeat(1_000_000)}`)).toBe('smtp')
  expect(performance.now() - start).toBeLessThan(200)
})
