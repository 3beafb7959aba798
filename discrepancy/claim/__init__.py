"""What one article says happened: events, times bound to the calendar, claims. No article knows another."""
