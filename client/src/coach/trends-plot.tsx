import { LineChart } from '@mui/x-charts/LineChart'
import type { TrendDay } from '#core/protocol/review/insight-answers.ts'

/** Day by day: how many were asked, and of what was judged the share that was right. */
export function TrendsPlot({ days }: { readonly days: readonly TrendDay[] }) {
  return (
    <LineChart
      height={260}
      skipAnimation
      xAxis={[{ scaleType: 'point', data: days.map(({ day }) => day) }]}
      yAxis={[
        { id: 'count', width: 48, label: 'Answers', min: 0 },
        { id: 'share', position: 'right', width: 56, label: 'Right, %', min: 0, max: 100 },
      ]}
      series={[
        {
          id: 'questions',
          label: 'Questions',
          yAxisId: 'count',
          curve: 'linear',
          showMark: true,
          data: days.map(({ questions }) => questions),
          color: 'var(--kl-palette-text-secondary)',
        },
        {
          id: 'right',
          label: 'Right, of those judged',
          yAxisId: 'share',
          curve: 'linear',
          showMark: true,
          connectNulls: true,
          data: days.map(({ judged, right }) => (judged === 0 ? null : (100 * right) / judged)),
          color: 'var(--kl-palette-primary-main)',
          valueFormatter: (value, { dataIndex }) => {
            const day = days[dataIndex]
            return value === null || day === undefined
              ? 'none judged'
              : `${day.right} of ${day.judged}`
          },
        },
      ]}
    />
  )
}
