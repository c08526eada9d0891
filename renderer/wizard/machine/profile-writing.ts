import { assertNever } from '#shared/outcome.ts'
import type { FoundProfile } from '#shared/programs/found-program.ts'
import type { ProfilePreview, ProfileProblem, ProfileWritten } from '#shared/programs/profile-change.ts'

/** How far Mailwright is with writing the account into a profile of a program on this computer. */
export type ProfileWriting =
  | { readonly state: 'none' }
  /** The profile is read, and nothing is changed. */
  | { readonly state: 'reading' }
  | { readonly state: 'shown'; readonly preview: ProfilePreview }
  /** The program is open: it is looked at again until the user has closed it. */
  | { readonly state: 'waiting'; readonly preview: ProfilePreview }
  | { readonly state: 'writing'; readonly preview: ProfilePreview }
  | { readonly state: 'written'; readonly written: ProfileWritten }
  | { readonly state: 'undoing'; readonly written: ProfileWritten }
  | { readonly state: 'undone'; readonly profile: FoundProfile }
  /** `written`: what is there all the same, because it could not be taken back. */
  | {
      readonly state: 'failed'
      readonly problem: ProfileProblem
      readonly written: ProfileWritten | null
    }

/** What a look at a profile leads to: it can be written when the program is surely closed. */
export function shownOf(preview: ProfilePreview): ProfileWriting {
  switch (preview.profile.state) {
    case 'closed':
      return { state: 'shown', preview }
    case 'open':
      return { state: 'waiting', preview }
    case 'unsure':
      return { state: 'failed', problem: 'PROFILE_UNSURE', written: null }
    default:
      return assertNever(preview.profile.state)
  }
}
