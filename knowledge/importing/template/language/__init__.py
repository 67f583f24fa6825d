"""What words say wherever they stand: where a sentence ends, who is named, what tells of work, what gives no answer."""
