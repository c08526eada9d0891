import type { ExplainCase } from './explain-case.ts'
import { MAIL_PROGRAM_SENTENCES } from './mail-program-sentences.ts'
import { PROGRAM_ERROR_TEXTS } from './program-error-texts.ts'
import { PROGRAM_TEXTS } from './program-texts.ts'
import { PROVIDER_TEXTS } from './provider-texts.ts'
import { SERVER_TEXTS } from './server-texts.ts'
import { SIGN_IN_PAGE_TEXTS } from './sign-in-page-texts.ts'
import { SIGN_IN_TEXTS } from './sign-in-texts.ts'

/** By who says it. */
export const TEXT_TABLES: readonly (readonly [who: string, texts: readonly ExplainCase[]])[] = [
  ['what is said while signing in', SIGN_IN_TEXTS],
  ['what pages to sign in on say', SIGN_IN_PAGE_TEXTS],
  ['what servers of every make say', SERVER_TEXTS],
  ['the dialects of providers and filters', PROVIDER_TEXTS],
  ['what mail programs and log files quote', PROGRAM_TEXTS],
  ['what mail programs say in their own words', PROGRAM_ERROR_TEXTS],
  ['what mail programs say in two languages', MAIL_PROGRAM_SENTENCES],
]

export const ALL_TEXTS: readonly ExplainCase[] = TEXT_TABLES.flatMap(([, texts]) => texts)
