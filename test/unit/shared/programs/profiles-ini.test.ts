import { describe, expect, test } from 'vitest'
import { lastUse, listedProfiles } from '#shared/programs/thunderbird/profiles-ini.ts'

const profile = (number: number, ...lines: readonly string[]) =>
  [`[Profile${number}]`, ...lines, ''].join('\n')
const DEFAULT = profile(0, 'Name=default', 'IsRelative=1', 'Path=abcd.default', 'Default=1')
const RELEASE = profile(1, 'Name=default-release', 'IsRelative=1', 'Path=efgh.default-release')

describe('profiles.ini', () => {
  test('names profiles, and the one that Thunderbird opens by itself', () => {
    expect(listedProfiles(`[General]\nStartWithLastProfile=1\n\n${DEFAULT}${RELEASE}`, '')).toEqual([
      { name: 'default', path: 'abcd.default', place: 'relative', isDefault: true },
      { name: 'default-release', path: 'efgh.default-release', place: 'relative', isDefault: false },
    ])
  })

  test.each([
    ['installs.ini', `${DEFAULT}${RELEASE}`, '[FDC34C9F024745EB]\nDefault=efgh.default-release\nLocked=1\n'],
    ['itself', `[InstallFDC34C9F024745EB]\nDefault=efgh.default-release\n\n${DEFAULT}${RELEASE}`, ''],
  ])('is overruled about the default by an installation, in %s', (_, profiles, installs) => {
    const names = listedProfiles(profiles, installs).filter(({ isDefault }) => isDefault)
    expect(names.map(({ name }) => name)).toEqual(['default-release'])
  })

  test.each([
    ['the lines of Windows', DEFAULT.replaceAll('\n', '\r\n'), 'abcd.default', 'relative'],
    ['a byte order mark', `\uFEFF${DEFAULT}`, 'abcd.default', 'relative'],
    [
      'a path from the root',
      profile(0, 'Name=x', 'IsRelative=0', String.raw`Path=D:\Mail\x`),
      String.raw`D:\Mail\x`,
      'absolute',
    ],
    ['comments', `; one\n# two\n${DEFAULT}`, 'abcd.default', 'relative'],
    ['a folder within', profile(0, 'Name=x', 'IsRelative=1', 'Path=Profiles/x'), 'Profiles/x', 'relative'],
  ])('is read with %s', (_, text, path, place) => {
    expect(listedProfiles(text, '')).toMatchObject([{ path, place }])
  })
})

describe('a hostile profiles.ini', () => {
  test.each([
    ['upwards', profile(0, 'Name=x', 'IsRelative=1', 'Path=../../etc')],
    ['upwards in its middle', profile(0, 'Name=x', 'IsRelative=1', 'Path=a/../../b')],
    ['upwards with backslashes', profile(0, 'Name=x', 'IsRelative=1', String.raw`Path=..\x`)],
    ['to the root, said to be relative', profile(0, 'Name=x', 'IsRelative=1', 'Path=/etc')],
    ['to a drive, said to be relative', profile(0, 'Name=x', 'IsRelative=1', 'Path=C:x')],
    ['nowhere', profile(0, 'Name=x', 'IsRelative=1', 'Path=')],
    ['somewhere by unseen characters', profile(0, 'Name=x', 'IsRelative=1', 'Path=a\u202eb')],
    ['somewhere by too many characters', profile(0, 'Name=x', 'IsRelative=1', `Path=${'x'.repeat(1_001)}`)],
    ['under a name with an escape', profile(0, 'Name=\u001b[2Jx', 'IsRelative=1', 'Path=x')],
  ])('a profile whose path leads %s is left out, and the next one is there', (_, bad) => {
    expect(listedProfiles(`${bad}${RELEASE}`, '').map(({ name }) => name)).toEqual(['default-release'])
  })

  test.each([
    ['nothing', ''],
    ['no section', 'Path=x\nName=y\n'],
    ['octets that are no text', '\uFFFD\uFFFD[Profile0\0]\uFFFD=\uFFFD'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('%s names none', (_, text) => {
    expect(listedProfiles(text, text)).toEqual([])
  })

  test('a hundred thousand profiles are cut short, at once', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      profile(at % 10_000, 'IsRelative=1', `Path=p${at}`),
    ).join('')
    const start = performance.now()
    expect(listedProfiles(many, many).length).toBe(64)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('compatibility.ini', () => {
  test.each([
    [
      '[Compatibility]\nLastVersion=140.4.0_20251010/20251010\nLastAppDir=/opt/betterbird\n',
      '140.4.0',
      '/opt/betterbird',
    ],
    [
      '[Compatibility]\nLastVersion=52.9.1_2018\nLastPlatformDir=/usr/lib/thunderbird\n',
      '52.9.1',
      '/usr/lib/thunderbird',
    ],
    ['[Compatibility]\nLastVersion=<b>\n', null, null],
    ['', null, null],
  ])('%j', (text, version, programFolder) => {
    expect(lastUse(text)).toEqual({ version, programFolder })
  })
})
