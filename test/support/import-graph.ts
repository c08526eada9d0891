import { dirname, join } from 'node:path/posix'
import type { SourceFile } from './source-tree.ts'

/** The path of an import inside the project, `null` for libraries. */
export function localPath(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return join(dirname(from), specifier)
  const alias = /^#([^/]+)\/(.*)$/.exec(specifier)
  if (alias === null) return null
  const [, room = '', rest = ''] = alias
  return ['engine', 'main', 'host', 'cli'].includes(room) ? `electron/${room}/${rest}` : `${room}/${rest}`
}

/** What imports what, by name; what is imported and not a key itself imports nothing. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>

/**
 * @param placeOf what a path counts as: itself, or the room it is in; `null` leaves it out
 */
export function importGraph(
  files: readonly SourceFile[],
  placeOf: (path: string) => string | null,
): ImportGraph {
  const graph = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = placeOf(path)
    if (from === null) continue
    const targets = graph.get(from) ?? new Set<string>()
    graph.set(from, targets)
    for (const specifier of imports) {
      const target = localPath(specifier, path)
      const to = target === null ? null : placeOf(target)
      if (to !== null && to !== from) targets.add(to)
    }
  }
  return graph
}

/** Everything that leads back to itself: each group holds what can reach one another, in alphabetical order. */
export function circlesIn(graph: ImportGraph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((start) => [start, reachableFrom(graph, start)]))
  const groups = [...graph.keys()]
    .filter((name) => reached.get(name)?.has(name))
    .map((name) =>
      [...graph.keys()]
        .filter((other) => reached.get(name)?.has(other) && reached.get(other)?.has(name))
        .toSorted(),
    )
  return [...new Map(groups.map((group) => [group.join('\n'), group])).values()]
}

function reachableFrom(graph: ImportGraph, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(graph.get(start) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(graph.get(next) ?? []))
  }
  return seen
}
