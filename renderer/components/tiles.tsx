import { useId } from 'react'
import styles from './tiles.module.css'

export interface Tile<T extends string> {
  readonly value: T
  readonly glyph: string
  readonly name: string
}

export interface TilesProps<T extends string> {
  readonly legend: string
  readonly tiles: readonly Tile<T>[]
  readonly value: T | null
  /** `held`: seen, and not to be changed right now. */
  readonly record?: 'open' | 'held'
  readonly onPick: (value: T) => void
}

/** One of several, as tiles: native radio buttons, so the arrow keys and screen readers know what to do. */
export function Tiles<T extends string>({ legend, tiles, value, record = 'open', onPick }: TilesProps<T>) {
  const name = useId()
  return (
    <fieldset disabled={record === 'held'}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.tiles}>
        {tiles.map((tile) => (
          <label key={tile.value} className={styles.tile}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={tile.value}
              checked={tile.value === value}
              onChange={() => onPick(tile.value)}
            />
            <span className={styles.glyph} aria-hidden="true">
              {tile.glyph}
            </span>
            <span className={styles.name}>{tile.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
