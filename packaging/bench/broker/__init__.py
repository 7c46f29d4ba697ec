"""Our broker beside a dozen lines of Hono on Node: requests a second, waits, and memory."""
