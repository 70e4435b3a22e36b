/**
 * List prices in US dollars, without taxes and discounts. `Read` tells where and when; 'memory' marks one that no page was at
 * hand for. Check them before you rely on a sum: https://cloud.google.com/products/calculator.
 */
export const prices = {
  // cloud.google.com/run/pricing, Tier 1, billed by request; read 2026-11.
  vcpuSecond: 0.000_024,
  gibSecond: 0.000_002_5,
  millionRequests: 0.4,
  freeVcpuSeconds: 180_000,
  freeGibSeconds: 360_000,
  freeRequests: 2_000_000,
  // cloud.google.com/firestore/pricing: what multi-regions cost, regions cost half of it; read 2026-11 in a copy of 2020.
  reads100k: 0.06,
  writes100k: 0.18,
  deletes100k: 0.02,
  freeReadsADay: 50_000,
  freeWritesADay: 20_000,
  // From memory; the first GiB is free.
  firestoreGibMonth: 0.18,
  // g2-standard-12 on demand $1.000416 (Compute Engine, us-central1, 2026-02-12), and Vertex AI's fee of 15 % from memory.
  l4Hour: 1.000_416 * 1.15,
  // From memory: the first 50 GiB of a month are free.
  logGib: 0.5,
  freeLogGib: 50,
  // From memory: OTLP metrics are billed as Prometheus samples.
  millionSamples: 0.06,
  // cloudwebschool.com's calculator of Cloud Run, read 2026-11.
  egressGib: 0.12,
} as const
