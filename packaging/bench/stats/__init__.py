"""What our client measures of a stream, beside what Chromium's ``getStats`` says of the same."""
