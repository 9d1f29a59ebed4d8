"""What a loan costs from day to day: rates agreed or repriced by a benchmark, interest paused."""
