import { hasNoMailbox, type DiscoveryNote } from '#shared/discovery/notes.ts'
import { noteWords } from '#shared/i18n/discovery-words.ts'
import { Note, type NoteProps } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

/** Pages and instructions come from a document of the network: they are shown as text, and no click opens them. */
const DETAILS: ReadonlySet<DiscoveryNote['kind']> = new Set<DiscoveryNote['kind']>([
  'help-page',
  'web-mail',
  'also-offers',
  'not-offered',
  'prefers-pop3',
])

/** What else was learned about the domain: what stands in the way first, then what is good to know. */
export function DomainNotes({ notes }: { readonly notes: readonly DiscoveryNote[] }) {
  const { t } = useWords()
  const first = notes.filter(({ kind }) => !DETAILS.has(kind))
  const details = notes.filter(({ kind }) => DETAILS.has(kind))
  return (
    <>
      {noteWords(first, t).map((text) => (
        <Note key={text} tone={toneOf(first)}>
          {text}
        </Note>
      ))}
      {details.length > 0 && (
        <Note tone="info">
          {noteWords(details, t).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Note>
      )}
    </>
  )
}

function toneOf(notes: readonly DiscoveryNote[]): NoteProps['tone'] {
  return hasNoMailbox(notes) || notes.some(({ kind }) => kind === 'no-encryption') ? 'warn' : 'info'
}
