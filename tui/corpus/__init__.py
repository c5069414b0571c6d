"""Many articles: read on all cores or machines, into tables of quotes, speakers and entities."""
