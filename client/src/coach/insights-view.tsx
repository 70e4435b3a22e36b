import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTitle } from '../shell/use-title.ts'
import { AgreementCard } from './agreement-card.tsx'
import { CasesCard } from './cases-card.tsx'
import { TrendsCards } from './trends-cards.tsx'

/** What drivers ask and how it goes, how far coaches agree, and what the evaluation makes of their judgments. */
export function InsightsView() {
  useTitle('Insights')
  return (
    <Stack spacing={4} sx={{ p: { xs: 3, md: 5 } }}>
      <Typography variant="h1">Insights</Typography>
      <TrendsCards />
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
        <AgreementCard />
        <CasesCard />
      </Box>
    </Stack>
  )
}
