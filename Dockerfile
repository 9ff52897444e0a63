# factdesk in a container. docs/operations.md tells how it is run; docs/decisions/0007-containers.md says why it is so.

FROM node:24.22.3-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY bin bin
COPY src src
RUN npm run build

FROM node:24.22.3-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY bin bin
COPY src src
COPY data data
COPY facts facts
COPY manifest.yml .env.example ./
COPY --from=build /app/dist dist
# What is written: the ledger and the index. Everything else may be read-only, with a temporary file system in /tmp.
RUN install --directory --owner=node --group=node --mode=0700 /data
ENV FACTDESK_DATA=/data
# For the health check, and for probes from outside the container; the port is published by nobody unless told.
ENV FACTDESK_ADMIN_PORT=9464 FACTDESK_ADMIN_HOST=0.0.0.0
VOLUME /data
EXPOSE 9464
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "bin/healthcheck.js"]
ENTRYPOINT ["node", "bin/factdesk.js"]
CMD ["serve"]
