// Which units a list shows: by name and region, most owed first.
import type { UnitFigures } from '@/generated/types'

export function chooseUnits(
  units: readonly UnitFigures[],
  words: string,
  region: string | undefined,
): UnitFigures[] {
  const wanted = words.trim()
  return units
    .filter((unit) => (wanted === '' || unit.name.includes(wanted)) && (!region || unit.region === region))
    .sort(
      (a, b) =>
        b.figures.overdue - a.figures.overdue ||
        b.figures.led - a.figures.led ||
        b.figures.assisted - a.figures.assisted ||
        a.name.localeCompare(b.name, 'zh'),
    )
}

export function regionsOf(units: readonly UnitFigures[]): string[] {
  return [...new Set(units.flatMap((unit) => (unit.region ? [unit.region] : [])))].sort((a, b) =>
    a.localeCompare(b, 'zh'),
  )
}
