// Paints what shape.ts made: data and colours in, a description for the chart library out.
import type { EChartsCoreOption } from 'echarts/core'
import { lightsOf, type MonthBar } from '@/features/dashboard/shape'
import { lightOrder, lightWords } from '@/features/words'
import type { LightCode, UnitFigures } from '@/generated/types'
import type { Paint } from '@/shared/paint'

const SMALL = 12

export const fills: Record<LightCode, keyof Paint> = {
  overdue: 'fill-overdue',
  due_soon: 'fill-soon',
  on_track: 'fill-track',
  no_deadline: 'fill-none',
  done: 'fill-done',
  ended: 'fill-ended',
}

/** One bar a unit, stacked by light, worst on top. */
export function drawUnits(units: readonly UnitFigures[], paint: Paint): EChartsCoreOption {
  return {
    ...common(paint),
    tooltip: { ...tooltip(paint), trigger: 'axis', axisPointer: { type: 'none' } },
    grid: { left: 4, right: 20, top: 8, bottom: 4, containLabel: true },
    xAxis: { ...valueAxis(paint), type: 'value' },
    yAxis: {
      ...categoryAxis(paint),
      type: 'category',
      inverse: true,
      triggerEvent: true,
      data: units.map((unit) => unit.name),
      axisLabel: { color: paint['ink-soft'], fontSize: SMALL, width: 132, overflow: 'truncate' },
    },
    series: lightOrder.map((light) => ({
      name: lightWords[light],
      type: 'bar',
      stack: 'lights',
      barWidth: 13,
      cursor: 'pointer',
      emphasis: { focus: 'none' },
      itemStyle: { color: paint[fills[light]], ...(light === 'no_deadline' ? { decal: hatch(paint) } : {}) },
      data: units.map((unit) => lightsOf(unit.figures)[light]),
    })),
  }
}

/** What a month is stacked of, and the word beside each colour. */
export const monthParts = [
  { name: lightWords.overdue, fill: 'fill-overdue', pick: (bar: MonthBar) => bar.overdue },
  { name: '未办结', fill: 'fill-track', pick: (bar: MonthBar) => bar.open },
  { name: '已办结', fill: 'fill-done', pick: (bar: MonthBar) => bar.done },
  { name: '停办', fill: 'fill-ended', pick: (bar: MonthBar) => bar.ended },
] as const

/** One column a month of the due day; the present month stands out. */
export function drawMonths(bars: readonly MonthBar[], paint: Paint): EChartsCoreOption {
  return {
    ...common(paint),
    tooltip: {
      ...tooltip(paint),
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (points: { dataIndex: number; seriesName: string; value: number }[]) =>
        [
          bars[points[0]?.dataIndex ?? -1]?.name ?? '',
          ...points
            .filter((point) => point.value > 0)
            .map((point) => `${point.seriesName}　${point.value} 项`),
        ].join('\n'),
    },
    grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
    xAxis: {
      ...categoryAxis(paint),
      type: 'category',
      data: bars.map((bar) => bar.label),
      axisLabel: {
        color: (_label: string, index: number) =>
          bars[index]?.isCurrent ? paint.accent : paint['ink-faint'],
        fontSize: 11,
        interval: 0,
        lineHeight: 14,
      },
    },
    yAxis: { ...valueAxis(paint), type: 'value' },
    series: monthParts.map(({ name, fill, pick }) => ({
      name,
      type: 'bar',
      stack: 'month',
      barMaxWidth: 18,
      cursor: 'pointer',
      emphasis: { focus: 'none' },
      itemStyle: { color: paint[fill] },
      data: bars.map(pick),
    })),
  }
}

function common(paint: Paint): EChartsCoreOption {
  return {
    animation: false, // a clerk reads figures; movement only delays them, and slow machines most
    textStyle: { fontFamily: paint.family, color: paint['ink-soft'] },
  }
}

function tooltip(paint: Paint): object {
  return {
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: paint.surface,
    borderColor: paint['line-strong'],
    borderWidth: 1,
    padding: 10,
    textStyle: { color: paint.ink, fontSize: SMALL },
  }
}

function valueAxis(paint: Paint): object {
  return {
    minInterval: 1,
    splitNumber: 4,
    splitLine: { lineStyle: { color: paint.line } },
    axisLabel: { color: paint['ink-faint'], fontSize: 11 },
  }
}

function categoryAxis(paint: Paint): object {
  return { axisTick: { show: false }, axisLine: { lineStyle: { color: paint['line-strong'] } } }
}

/** No deadline is its own mark: hatched, in no colour of a light. */
function hatch(paint: Paint): object {
  return {
    symbol: 'rect',
    color: paint.surface,
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: -Math.PI / 4,
  }
}
