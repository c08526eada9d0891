import { Fragment } from 'react'
import { commandSubject } from '#shared/commands/command-subject.ts'
import { mailwrightCommand } from '#shared/commands/mailwright.ts'
import { opensslCommand } from '#shared/commands/openssl.ts'
import { swaksCommand } from '#shared/commands/swaks.ts'
import { NOT_EXPERT, type ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './command-list.module.css'

interface CommandListProps {
  readonly result: EndpointResult
  /** Of the account, in wire form. */
  readonly address: string
  readonly expert: ExpertSettings | undefined
}

/** The same test with other programs, in a shell. No command holds a password. */
export function CommandList({ result, address, expert = NOT_EXPERT }: CommandListProps) {
  const { t } = useWords()
  const subject = commandSubject(result, address, expert)
  const commands = [
    ['mailwright', mailwrightCommand(subject)],
    ['openssl', opensslCommand(subject)],
    ['swaks', swaksCommand(subject)],
  ] as const
  return (
    <section>
      <h3 className={styles.title}>{t('technician.commands')}</h3>
      <p className={styles.lead}>{t('technician.commands-lead')}</p>
      <ul className={styles.list}>
        {commands.map(
          ([program, command]) =>
            command !== null && (
              <li key={program}>
                <code dir="ltr" className={styles.command}>
                  <Words command={command} />
                </code>
                <span className={styles.copy}>
                  <CopyButton
                    variant="quiet"
                    label={t('technician.copy')}
                    about={`${program} ${result.endpoint.protocol.toUpperCase()}`}
                    done={t('technician.copied')}
                    text={command}
                  />
                </span>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}

/** A command is broken between its words; a browser would also break it behind the hyphen of an option. */
function Words({ command }: { readonly command: string }) {
  return command.split(' ').map((word, index) => (
    // A command is never sorted anew: its words keep their places.
    <Fragment key={index}>
      {index > 0 && ' '}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ))
}
