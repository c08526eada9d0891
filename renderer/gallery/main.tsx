import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import '#renderer/design/base.css'
import { isLanguage } from '#shared/i18n/languages.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import type { Scene } from '#renderer/gallery/sample-states.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'
import { WordsProvider } from '#renderer/i18n/words.tsx'
import { Screens } from '#renderer/wizard/screens.tsx'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { WizardProvider } from '#renderer/wizard/views/wizard-context.tsx'

/** Presses what a person would press to see the rest of the scene. */
function pressFor(scene: Scene | undefined) {
  if (scene?.arrival === undefined) return
  document.querySelector<HTMLButtonElement>('section[aria-labelledby="arrival-title"] > button')?.click()
}

/**
 * Every step in every state, without anything behind it: `?scene=ID&lang=de&dir=rtl`. The tests open each one; the
 * plain address lists them.
 */
function Gallery({ scene }: { readonly scene: Scene | undefined }) {
  useEffect(() => pressFor(scene), [scene])
  if (scene === undefined) {
    return (
      <ul>
        {SCENES.map(({ id }) => (
          <li key={id}>
            <a href={`?scene=${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    )
  }
  const engine = createFakeClient(scene.app, scene.arrival)
  return (
    <WizardProvider tools={{ engine, app: scene.app, wizard: new Wizard(engine, scene.state) }}>
      <Screens />
    </WizardProvider>
  )
}

const wanted = new URLSearchParams(location.search)
const language = wanted.get('lang') ?? 'en'
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <WordsProvider
    initial={isLanguage(language) ? language : 'en'}
    direction={wanted.get('dir') === 'rtl' ? 'rtl' : undefined}
  >
    <Gallery scene={SCENES.find(({ id }) => id === wanted.get('scene'))} />
  </WordsProvider>,
)
