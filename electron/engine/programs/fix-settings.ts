import { dirname } from 'node:path'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { FIX_FORMS } from '#shared/programs/fix/fix-forms.ts'
import { fixedText } from '#shared/programs/fix/fixed-text.ts'
import type { FixedText, FixPreview, FixRefusal } from '#shared/programs/fix/fix-problem.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { readPrefs, settingsOf } from '#shared/programs/thunderbird/prefs.ts'
import {
  digestOf,
  readOwnFile,
  undoKept,
  writeKept,
  type KeptFile,
  type SettingsOnDisk,
} from '#engine/programs/kept-file.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { isOverruled, isProfileClosed } from '#engine/programs/thunderbird/profile-guard.ts'

/** The file of one program, as `readSettings` has named it. */
export interface SettingsPlace {
  readonly client: ReadableClient
  readonly path: string
}

export interface FixRequest extends SettingsPlace {
  /** Every account of the file in its order, as each should be. */
  readonly wanted: readonly ProgramAccount[]
}

/** Changes the settings of programs where they stand. */
export interface Fixes {
  /** Also while the program is open: then it can be looked at. */
  readonly preview: (request: FixRequest) => Promise<Outcome<FixPreview, FixRefusal>>
  /** @returns the name of the file beside it that holds the settings as they were */
  readonly write: (request: FixRequest, previewId: string) => Promise<Outcome<string, FixRefusal>>
  /** Takes back the latest writing, if nothing has been changed since. */
  readonly undo: (place: SettingsPlace) => Promise<Outcome<null, FixRefusal>>
}

/** SECURITY: a page names none of these files; it chooses among those that were found. */
export function createFixes({ platform }: Pick<ProgramPlaces, 'platform'>): Fixes {
  return {
    preview: async (request) => {
      const draft = await draftFor(request)
      return draft.ok ? ok(draft.value.preview) : draft
    },
    write: (request, previewId) =>
      writeKept<FixRefusal>(keptFile(request, platform), async () => {
        const draft = await draftFor(request)
        return draft.ok && draft.value.preview.previewId !== previewId ? fail('PROFILE_CHANGED') : draft
      }),
    undo: (place) => undoKept(keptFile(place, platform)),
  }
}

interface Draft {
  readonly before: SettingsOnDisk
  readonly text: string
  readonly preview: FixPreview
}

async function draftFor({ client, path, wanted }: FixRequest): Promise<Outcome<Draft, FixRefusal>> {
  // Some of those have no file at all.
  if (FIX_FORMS[client] === undefined) return fail('FIX_PROGRAM')
  const before = await readOwnFile(path)
  if (!before.ok) return before
  if (before.value.text === '') return fail('FILE_MISSING')
  const fixed = fixedText(client, before.value.text, wanted)
  if (!fixed.ok) return fixed
  if (ofThunderbird(client) && (await isOverruled(dirname(path), changedPrefs(before.value, fixed.value))))
    return fail('PROFILE_OVERRULED')
  const { text, changes } = fixed.value
  return ok({
    before: before.value,
    text,
    preview: { previewId: digestOf(path, before.value.text, text), changes },
  })
}

function ofThunderbird(client: ReadableClient): boolean {
  return client === 'thunderbird' || client === 'betterbird'
}

function changedPrefs(before: SettingsOnDisk, { text }: FixedText): readonly string[] {
  const [old, now] = [readPrefs(before.text), readPrefs(text)]
  if (!old.ok || !now.ok) return []
  const values = settingsOf(old.value)
  return [...settingsOf(now.value)].flatMap(([name, value]) => (values.get(name) === value ? [] : [name]))
}

/** The other programs read their file when they begin, and never write it. */
function keptFile({ client, path }: SettingsPlace, platform: NodeJS.Platform): KeptFile {
  const isClosed = ofThunderbird(client)
    ? () => isProfileClosed(dirname(path), platform)
    : () => Promise.resolve(ok(null))
  return { path, isClosed }
}
