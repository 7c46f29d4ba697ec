"""What an operator needs: readiness, metrics, logs, TLS, and time limits for slow clients."""
