import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// Makes a Debian package of what electron-builder asks fpm to make one of, with the tool of Debian itself.
const args = process.argv.slice(2)
const after = (name: string): string => args[args.indexOf(name) + 1] ?? ''
const stage = mkdtempSync(join(tmpdir(), 'mailwright-deb-'))
for (const [from = '', to = ''] of args
  .filter((arg) => /^[^-].*=\//.test(arg))
  .map((arg) => arg.split('='))) {
  const target = join(stage, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: statSync(from).isDirectory() })
}
const control = [
  ['Package', after('--name')],
  ['Version', after('--version')],
  ['Architecture', after('--architecture')],
  ['Maintainer', after('--maintainer')],
  ['Depends', args.filter((_, index) => args[index - 1] === '-d').join(', ')],
  ['Description', after('--description').split('\n')[0]],
]
mkdirSync(join(stage, 'DEBIAN'))
writeFileSync(
  join(stage, 'DEBIAN', 'control'),
  control.map(([name, value]) => `${name}: ${value}\n`).join(''),
)
for (const [option, name] of [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
] as const) {
  cpSync(after(option), join(stage, 'DEBIAN', name))
  execFileSync('chmod', ['755', join(stage, 'DEBIAN', name)])
}
// Packed small or not, it holds the same.
execFileSync('dpkg-deb', ['-Znone', '--build', '--root-owner-group', stage, after('--package')])
rmSync(stage, { recursive: true })
