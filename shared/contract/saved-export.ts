import type { Code } from '#shared/finding/codes.ts'
import type { PlaceProblem } from '#shared/domain/place-problem.ts'

/** What has become of a file for a mail program; `cancelled`: the user closed the dialog. */
export type SavedExport = { readonly state: 'saved'; readonly file: string } | { readonly state: 'cancelled' }

/** Why there is no file. */
export type ExportRefusal =
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'place'; readonly problem: PlaceProblem; readonly folder: string }

/** Why there is no PDF of the page; `not-made`: it could not be printed, or is longer than one of our pages can be. */
export type PdfRefusal = Extract<ExportRefusal, { readonly kind: 'place' }> | { readonly kind: 'not-made' }
