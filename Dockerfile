# One image for the service and for the jobs. Cloud Run runs the service as it is; a job gives another command.
# `npm run check:container` runs these steps where no Docker engine is: keep to the instructions that it knows.

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-slim AS built
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY seeds seeds
COPY core core
COPY server/learn server/learn
COPY client client
RUN npm run build

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json compile-cache.js ./
COPY prompts prompts
COPY seeds seeds
COPY core core
COPY jobs jobs
COPY server server
COPY --from=built /app/dist dist
COPY --from=built /app/learnt learnt
# The embedded store of `docker run` without a cloud; all else belongs to root and stays as it is.
RUN mkdir --mode=0777 data
USER node
EXPOSE 8080
# Node itself is process 1, so that SIGTERM reaches it.
CMD ["node", "--import", "./compile-cache.js", "server/main.ts"]
