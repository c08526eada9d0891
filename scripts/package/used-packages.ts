import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'rolldown'
import { inRoot } from '../lib/paths.ts'

const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
}

/**
 * Notes the folder of every package that a bundle takes something from, a font as well as code.
 * @param root what the names of files are relative to
 */
export function usedPackages(folders: Set<string>, root: string): Plugin {
  const note = (path: string): void => {
    const [folder] = PACKAGE_FOLDER.exec(path.replaceAll('\\', '/').replace(/^\0/, '')) ?? []
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder)
  }
  return {
    name: 'used-packages',
    moduleParsed: ({ id }) => note(id),
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'asset') for (const name of file.originalFileNames) note(resolve(root, name))
    },
  }
}

/**
 * The licences of these packages, as their terms demand of those who pass them on.
 * @throws for a package whose licence has no text here: a developer who adds one has to see to it
 */
export function licenceTexts(folders: Iterable<string>): string {
  const packages = [...new Set(folders)].map((folder) => ({ folder, manifest: manifestOf(folder) }))
  packages.sort((one, other) => one.manifest.name.localeCompare(other.manifest.name, 'en'))
  return packages.map(({ folder, manifest }) => entry(folder, manifest)).join(`\n${'-'.repeat(80)}\n\n`)
}

function entry(folder: string, manifest: Manifest): string {
  const { name, version, license } = manifest
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  const own = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const texts = own.length > 0 ? own : [usualText(manifest)]
  return `${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}\n`
}

/** The usual text of a licence, for a package that only names it. */
function usualText({ name, license = '', author }: Manifest): string {
  const path = inRoot('assets', 'licences', `${license}.txt`)
  const holder = typeof author === 'string' ? author : author?.name
  if (!/^[A-Z]+$/.test(license) || !existsSync(path) || holder === undefined)
    throw new Error(`${name} brings no text of its licence`)
  return `Copyright (c) ${holder}\n\n${readFileSync(path, 'utf8').trim()}`
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
